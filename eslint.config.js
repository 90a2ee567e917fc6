import js from "@eslint/js";
import tseslint from "typescript-eslint";
import hooks from "eslint-plugin-react-hooks";
import office from "eslint-plugin-office-addins";

const officeRules = Object.fromEntries(
  ["call-sync-after-load", "call-sync-before-read", "load-object-before-read", "no-context-sync-in-loop", "no-empty-load", "no-navigational-load", "no-office-initialize", "test-for-null-using-isNullObject"]
    .map((name) => [`office-addins/${name}`, "error"]),
);

export default tseslint.config(
  { ignores: ["dist", "node_modules", "screenshots"] },
  js.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked,
  { languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } } },
  {
    files: ["src/**/*.{ts,tsx}"],
    rules: {
      "max-lines": ["error", { max: 250, skipBlankLines: false, skipComments: false }],
      "max-lines-per-function": ["error", { max: 40, skipBlankLines: true, skipComments: true }],
      "no-restricted-syntax": ["error", { selector: "ExportDefaultDeclaration", message: "No default exports." }],
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
    },
  },
  // A component's function is mostly markup.
  { files: ["src/**/*.tsx"], plugins: { "react-hooks": hooks }, rules: { ...hooks.configs.recommended.rules, "max-lines-per-function": ["error", { max: 90, skipBlankLines: true, skipComments: true }] } },
  { files: ["src/host/excel/**"], plugins: { "office-addins": office }, rules: officeRules },
  { files: ["**/*.js"], extends: [tseslint.configs.disableTypeChecked], languageOptions: { globals: { process: "readonly", console: "readonly", URL: "readonly" } } },
);
