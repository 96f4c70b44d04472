import type { IncomingMessage } from "node:http";
import { describe, expect, it } from "vitest";
import { json } from "../../../../../demo/server/http/answer.ts";
import { HttpRequest } from "../../../../../demo/server/http/http-request.ts";
import { Router } from "../../../../../demo/server/http/router.ts";

const router = new Router()
  .on("GET", "/things/:id", ({ params }) => json(params))
  .on("DELETE", "/things/:id", () => json("gone"))
  .on("GET", "/files/*", ({ params }) => json(params));

const answer = async (method: string, url: string) => {
  const { body } = await router.answer(new HttpRequest({ method, url, headers: {} } as IncomingMessage));
  return JSON.parse(String(body)) as unknown;
};

describe("Router", () => {
  it("decodes a parameter, a slash in it too", async () => {
    expect(await answer("GET", "/things/a%2Fb%20%F0%9F%91%8D?x=1")).toEqual({ id: "a/b 👍" });
  });

  it("takes the rest of a path", async () => {
    expect(await answer("GET", "/files/a/b.js")).toEqual({ rest: "a/b.js" });
  });

  it("answers HEAD as GET", async () => {
    expect(await answer("HEAD", "/things/1")).toEqual({ id: "1" });
  });

  it.each(["/things", "/things/", "/things/1/2", "/Things/1", "/things/%ff", "//things/1"])(
    "%s is not found",
    async (url) => {
      await expect(answer("GET", url)).rejects.toMatchObject({ code: "not_found" });
    },
  );

  it("names the methods a path has where it has another one", async () => {
    await expect(answer("POST", "/things/1")).rejects.toMatchObject({
      code: "method_not_allowed",
      headers: { Allow: "GET, DELETE" },
    });
  });
});
