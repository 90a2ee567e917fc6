import "@testing-library/jest-dom/jest-globals";
import { afterEach, expect, jest } from "@jest/globals";
import { cleanup, configure } from "@testing-library/react";
import { toHaveNoViolations } from "jest-axe";

expect.extend(toHaveNoViolations);
// Looking whether each ancestor is hidden takes jsdom longer than everything else together.
configure({ defaultHidden: true, asyncUtilTimeout: 20_000 });
jest.setTimeout(180_000);
afterEach(cleanup);
