import js from "@eslint/js";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["dist/", "public/", "test-results/", "playwright-report/"] },
  js.configs.recommended,
  tseslint.configs.strict,
  reactHooks.configs.flat.recommended,
  {
    files: ["**/*.{ts,tsx}"],
    rules: {
      // tsc knows the globals better.
      "no-undef": "off",
      "@typescript-eslint/consistent-type-imports": "error",
      // Indices into typed arrays whose bounds the loop holds; the compiler cannot see them.
      "@typescript-eslint/no-non-null-assertion": "off",
    },
  },
  {
    files: ["e2e/hosts/*.js"],
    languageOptions: {
      globals: Object.fromEntries(
        ["window", "document", "addEventListener", "performance", "setTimeout"].map((name) => [
          name,
          "readonly",
        ]),
      ),
    },
  },
  {
    files: ["**/*.{js,mjs}"],
    languageOptions: {
      globals: { console: "readonly", process: "readonly", URL: "readonly", fetch: "readonly" },
    },
  },
);
