import officeAddins from "eslint-plugin-office-addins";
import tseslint from "typescript-eslint";

const officeRules = Object.keys(officeAddins.rules).map((rule) => [`office-addins/${rule}`, "error"]);

export default tseslint.config(
  { ignores: ["dist", "node_modules"] },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  {
    files: ["**/*.ts", "**/*.tsx"],
    extends: [tseslint.configs.strict],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports", disallowTypeAnnotations: false }],
      // A promise nobody waits for loses its failure.
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": "error",
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/only-throw-error": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      // `void | Promise<void>` says what a listener may return.
      "@typescript-eslint/no-invalid-void-type": "off",
    },
  },
  {
    // Objects of Excel are read only after load and sync.
    files: ["src/workbook/excel/**", "src/hosts/excel/**"],
    plugins: { "office-addins": officeAddins },
    rules: Object.fromEntries(officeRules),
  },
);
