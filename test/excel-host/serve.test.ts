import { expect, test } from "@jest/globals";
import { excelHostFile, HOST_PAGE } from "./serve";

test("the host page for a browser is made of modules that import nothing but each other", () => {
  const seen = new Set<string>();
  const queue = ["page"];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    const served = excelHostFile(`https://localhost${HOST_PAGE}${name}`);
    expect(served?.contentType).toContain("javascript");
    for (const [, path = ""] of String(served?.body).matchAll(/from "([^"]+)"/g)) {
      expect(path).toMatch(/^\.\.?\//);
      queue.push(new URL(path, `https://localhost/${name}`).pathname.slice(1));
    }
  }
  expect(seen.size).toBeGreaterThan(10);
});

test("office.js comes from its package, also at the address of Microsoft's network; other addresses are not answered", () => {
  expect(excelHostFile("https://appsforoffice.microsoft.com/lib/1/hosted/office.js")?.body.length).toBeGreaterThan(10_000);
  expect(excelHostFile(`https://localhost${HOST_PAGE}office/office.js`)?.body.length).toBeGreaterThan(10_000);
  expect(excelHostFile(`https://localhost${HOST_PAGE}office/../package.json`)).toBeNull();
  expect(excelHostFile("https://localhost/taskpane.html")).toBeNull();
});
