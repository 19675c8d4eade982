import { defineConfig } from "vitest/config";

// Univer's ES modules import a CommonJS package by name, which plain Node refuses: Vite bundles them.
const server = { deps: { inline: [/@univerjs/] } };

export default defineConfig({
  test: {
    // Many of them wait for the engine to calculate, so that a few more than there are processors are no slower.
    maxWorkers: 3,
    projects: [
      {
        test: { name: "unit", include: ["test/**/*.test.ts"], exclude: ["test/browser/**", "test/libreoffice/**"], server, testTimeout: 30_000 },
      },
      {
        test: { name: "libreoffice", include: ["test/libreoffice/**/*.test.ts"], server, fileParallelism: false, testTimeout: 120_000, hookTimeout: 120_000 },
      },
      {
        // These read dist/ and drive a browser: `npm test` builds before it starts them.
        test: { name: "browser", include: ["test/browser/**/*.test.ts"], fileParallelism: false, testTimeout: 120_000, hookTimeout: 120_000 },
      },
    ],
  },
});
