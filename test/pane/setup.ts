import "@testing-library/jest-dom/jest-globals";
import { afterEach, expect } from "@jest/globals";
import { cleanup } from "@testing-library/react";
import { toHaveNoViolations } from "jest-axe";

expect.extend(toHaveNoViolations);
afterEach(cleanup);
