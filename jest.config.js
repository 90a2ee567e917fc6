// Native ES modules throughout: the spreadsheet and Chromium packages do not run as CommonJS.
const base = {
  extensionsToTreatAsEsm: [".ts", ".tsx"],
  transform: {
    "^.+\\.tsx?$": [
      "@swc/jest",
      { jsc: { parser: { syntax: "typescript", tsx: true }, target: "es2022", transform: { react: { runtime: "automatic" } }, experimental: { keepImportAttributes: true } }, module: { type: "es6" } },
    ],
  },
  moduleNameMapper: { "\\.css$": "<rootDir>/test/style-stub.js" },
};
const ignore = ["/node_modules/", "/test/e2e/", "/test/pane/", "/test/bench/"];

export default {
  // By itself jest leaves one core idle; on a machine of two that is half the time.
  maxWorkers: "100%",
  projects: [
    // Pure rooms and the host adapters, in Node.
    { ...base, displayName: "unit", testEnvironment: "node", testMatch: ["<rootDir>/test/**/*.test.ts"], testPathIgnorePatterns: ignore },
    // The pane's components, in jsdom.
    { ...base, displayName: "pane", testEnvironment: "jsdom", testMatch: ["<rootDir>/test/pane/**/*.test.{ts,tsx}"], setupFilesAfterEnv: ["<rootDir>/test/pane/setup.ts"] },
    // The built pages, in a real browser.
    { ...base, displayName: "e2e", testEnvironment: "node", testMatch: ["<rootDir>/test/e2e/**/*.test.ts"], globalSetup: "<rootDir>/test/e2e/global-setup.ts", globalTeardown: "<rootDir>/test/e2e/global-teardown.ts", setupFilesAfterEnv: ["<rootDir>/test/e2e/setup.ts"] },
  ],
};
