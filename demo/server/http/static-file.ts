import { createHash } from "node:crypto";
import { readFile, realpath } from "node:fs/promises";
import { extname, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { type Answer, empty } from "./answer.ts";
import type { HttpRequest } from "./http-request.ts";
import { notFound } from "./problem.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webp": "image/webp",
  ".ico": "image/x-icon",
};

/**
 * A file below `folder`. Only plain names are looked up, and what they lead to must still be below it, so neither `..`
 * nor a symbolic link leads out.
 *
 * @throws Problem `not_found`
 */
export async function staticFile(
  request: HttpRequest,
  folder: URL,
  name: string,
  headers: Readonly<Record<string, string>>,
): Promise<Answer> {
  const type = TYPES[extname(name)];
  if (!type || !/^[\w-][\w.-]*(?:\/[\w-][\w.-]*)*$/.test(name)) throw notFound("file");
  const bytes = await readBelow(folder, name);
  const etag = `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`;
  const all = { "Content-Type": type, ETag: etag, "Cache-Control": "no-cache", ...headers };
  return request.header("if-none-match") === etag ? empty(304, all) : { status: 200, headers: all, body: bytes };
}

async function readBelow(folder: URL, name: string): Promise<Buffer> {
  try {
    const base = await realpath(fileURLToPath(folder));
    const path = await realpath(fileURLToPath(new URL(name, folder)));
    if (!path.startsWith(base + sep)) throw notFound("file");
    return await readFile(path);
  } catch (error) {
    // The named cases: not there (not built yet), or a folder.
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ENOENT" || code === "EISDIR" || code === "ENOTDIR") throw notFound("file");
    throw error;
  }
}
