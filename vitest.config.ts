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
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          globalSetup: "test/browser/support/http-cache.ts",
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
          // As long as a test waits for anything else in the page; vitest gives it a second.
          expect: { poll: { timeout: 60_000 } },
        },
      },
    ],
  },
});
