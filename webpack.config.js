import { readFileSync } from "node:fs";
import { join } from "node:path";
import CopyPlugin from "copy-webpack-plugin";
import { EsbuildPlugin } from "esbuild-loader";
import HtmlPlugin from "html-webpack-plugin";
import CssPlugin from "mini-css-extract-plugin";
import webpack from "webpack";
import { fromTypeScript } from "./src/build/from-typescript.mjs";
import { shortCodes, shortProperties } from "./src/build/short-names.mjs";
import { left, silentCodes } from "./src/build/without-explanations.mjs";

const root = import.meta.dirname;
const decimalsInUse = join(root, "src/build/decimals-in-use.mjs");
const withoutExplanations = join(root, "src/build/without-explanations.mjs");
const shortNames = join(root, "src/build/short-names.mjs");
const syntax = join(root, "src/build/syntax.mjs");

/** Emits assets that are readings of the catalogue: name → text. */
function emitted(assets) {
  return {
    apply(compiler) {
      compiler.hooks.thisCompilation.tap("headroom", (compilation) => {
        const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
        compilation.hooks.processAssets.tap({ name: "headroom", stage }, () => {
          for (const [name, text] of Object.entries(assets)) compilation.emitAsset(name, new webpack.sources.RawSource(text));
        });
      });
    },
  };
}

/** Fails the build where its manifest names what the build does not have. */
function checkedManifest(faultsOf) {
  return {
    apply(compiler) {
      compiler.hooks.thisCompilation.tap("headroom", (compilation) => {
        const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT;
        compilation.hooks.processAssets.tap({ name: "headroom", stage }, (assets) => {
          const faults = faultsOf(assets["manifest.xml"].source().toString(), Object.keys(assets));
          compilation.errors.push(...faults.map((fault) => new webpack.WebpackError(`manifest.xml: ${fault}`)));
        });
      });
    },
  };
}

// What an organisation may want to change: where the add-in is served, where Office.js comes from, and the origins that
// links may read from ("https://data.example.com https://…"), none without its word.
export default async ({
  address = "https://localhost:3000/",
  officeJs = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
  allowedOrigins = "",
} = {}) => {
  const { functionMetadata } = await fromTypeScript("src/build/metadata.ts");
  const { manifestFor } = await fromTypeScript("src/build/manifest.ts");
  const { manifestFaults } = await fromTypeScript("src/build/manifest-check.ts");
  const { originsIn, policies } = await fromTypeScript("src/build/content-security-policy.ts");
  const origins = originsIn(allowedOrigins);
  const policy = policies(officeJs, origins);
  const json = (language) => JSON.stringify(functionMetadata(language), null, 1);
  const page = (filename, template, chunks, policy) =>
    new HtmlPlugin({ filename, template, chunks, chunksSortMode: "manual", scriptLoading: "defer", officeJs, policy, origins: origins.join(" "), minify: false });

  const { code, texts, properties } = await left();
  const short = await shortProperties({ code, texts });
  const typescript = { loader: "esbuild-loader", options: { target: "es2022" } };
  const shortened = { ...typescript, options: { ...typescript.options, mangleProps: new RegExp(`^(?:${Object.keys(short).join("|")})$`), mangleCache: short } };
  const common = (name) => ({
    name,
    mode: "production",
    context: root,
    // No eval in any mode: the content security policy forbids it, and the page is the same everywhere.
    devtool: false,
    cache: { type: "filesystem", name, cacheDirectory: join(root, "node_modules/.cache/webpack"), buildDependencies: { config: [import.meta.filename, decimalsInUse, withoutExplanations, shortNames, syntax] } },
    performance: { hints: false },
    stats: { preset: "errors-warnings" },
  });

  const functions = {
    ...common("functions"),
    entry: "./src/hosts/excel/functions.ts",
    // The manifest names it, so its name is fixed.
    // webpack's own minimizer, unlike esbuild's, drops what nothing refers to once the explanations are out.
    output: { path: join(root, "dist"), filename: "functions.js" },
    module: {
      rules: [
        { test: /\.ts$/, exclude: /node_modules/, use: [shortened, { loader: withoutExplanations, options: { texts, silent: await silentCodes(), codes: await shortCodes() } }] },
        { test: /[\\/]decimal\.mjs$/, use: [{ loader: decimalsInUse, options: { properties } }] },
      ],
    },
  };

  const pages = {
    ...common("pages"),
    optimization: { minimizer: [new EsbuildPlugin({ target: "es2022", css: true, legalComments: "none" })] },
    entry: { workbook: "./src/hosts/embedded/page.tsx", taskpane: "./src/hosts/excel/taskpane.tsx" },
    output: {
      path: join(root, "dist"),
      filename: "[name].[contenthash:8].js",
      chunkFilename: "[name].[contenthash:8].js",
      assetModuleFilename: "assets/[name].[contenthash:8][ext]",
      clean: { keep: "functions.js" },
    },
    module: {
      rules: [
        { test: /\.tsx?$/, exclude: /node_modules/, use: [typescript] },
        { test: /\.css$/, use: [CssPlugin.loader, "css-loader"] },
        // hucre reads more formats than the workbook opens, and does not say that what is not imported may be left out.
        { test: /node_modules[\\/]hucre[\\/]/, sideEffects: false },
      ],
    },
    plugins: [
      emitted({
        "functions.json": json("en-US"),
        "functions.zh-CN.json": json("zh-CN"),
        "manifest.xml": manifestFor(readFileSync(join(root, "manifest.xml"), "utf8"), address),
      }),
      page("index.html", "src/hosts/embedded/page.html", ["workbook"], policy.embedded),
      page("taskpane.html", "src/hosts/excel/taskpane.html", ["taskpane"], policy.excel),
      checkedManifest((manifest, files) => manifestFaults(manifest, { files: [...files, "functions.js"], address: new URL(address.replace(/\/?$/, "/")).href, commands: ["repairFormulas", "refreshLinks"] })),
      new CssPlugin({ filename: "[name].[contenthash:8].css", chunkFilename: "[name].[contenthash:8].css" }),
      new CopyPlugin({ patterns: [{ from: "assets", to: "assets" }] }),
    ],
  };

  return [functions, pages];
};
