import { expect, test } from "vitest";
import { namedHosts } from "../../../scripts/rules/lock-files.ts";

function hosts(path: string, ...lines: string[]): string[] {
  return namedHosts([{ path, text: lines.join("\n") }]);
}

test("a package that npm is to fetch from one registry is a fault, named with its place", () => {
  const resolved = '      "resolved": "https://registry.example.com/lit/-/lit-3.3.3.tgz",';
  expect(hosts("package-lock.json", '    "node_modules/lit": {', resolved)).toEqual([
    "package-lock.json:2: https://registry.example.com/lit/-/lit-3.3.3.tgz (no lock file names a host: see .npmrc)",
  ]);
});

test.each(["git+ssh://git@example.com/lit.git#4ba4fd9", "git@example.com:lit.git#4ba4fd9"])(
  "a package from a repository is a fault: %s",
  (place) => {
    expect(hosts("package-lock.json", `      "resolved": "${place}"`)).toHaveLength(1);
  },
);

test.each(["https://rubygems.example.com/", "git@example.com:rails.git"])(
  "a gem that Bundler is to fetch from there is a fault: %s",
  (place) => {
    expect(hosts("rails/Gemfile.lock", "GEM", `  remote: ${place}`)).toHaveLength(1);
  },
);

test("where a package asks for funding is no registry", () => {
  expect(hosts("package-lock.json", '        "url": "https://funding.example.com/babel"')).toEqual([]);
});

test("a package or gem of the same folder is no fault", () => {
  expect(hosts("package-lock.json", '      "resolved": "packages/lit",')).toEqual([]);
  expect(hosts("rails/Gemfile.lock", "PATH", "  remote: .")).toEqual([]);
});
