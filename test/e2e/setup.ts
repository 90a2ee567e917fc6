import { jest } from "@jest/globals";

// A browser on a busy machine; nothing here waits for a time, only for what the page shows.
jest.setTimeout(90_000);
