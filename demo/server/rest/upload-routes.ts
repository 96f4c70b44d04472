import { presentUpload } from "../chat/present.ts";
import { type Answer, json } from "../http/answer.ts";
import type { HttpRequest } from "../http/http-request.ts";
import { tooMany } from "../http/http-server.ts";
import { readFile } from "../http/multipart.ts";
import { notFound, Problem } from "../http/problem.ts";
import type { Router } from "../http/router.ts";
import { ACCEPTED_UPLOADS } from "../store/upload-files.ts";
import { sniffImage } from "./image-size.ts";
import { findSession, obtainSession, sessionSecret, webchatOf } from "./reader.ts";
import type { RoutesContext } from "./routes-context.ts";

/** Files of visitors (protocol/README.md, "REST", uploads). */
export function uploadRoutes(router: Router, context: RoutesContext): void {
  router.on("POST", "/cablechat/webchats/:webchat/uploads", (request) => upload(context, request));
  router.on("GET", "/cablechat/uploads/:upload", (request) => serve(context, request));
}

async function upload(context: RoutesContext, request: HttpRequest): Promise<Answer> {
  const { config, chat, files, sends, publicUrl } = context;
  const { store } = chat;
  const webchat = webchatOf(request, config);
  const secret = sessionSecret(request);
  const waitS = sends.take(secret);
  if (waitS > 0) throw tooMany(waitS);
  // Before the bytes are taken in: they would be nobody's.
  findSession(store, webchat, secret);
  const { name, contentType, bytes } = await readFile(request.incoming, config.limits.uploadMaxBytes);
  const image = sniffImage(bytes);
  const type = image?.contentType ?? contentType.split(";")[0]?.trim().toLowerCase() ?? "";
  // Something that calls itself an image and is none is the oldest trick there is.
  if (!ACCEPTED_UPLOADS.includes(type) || (type.startsWith("image/") && !image)) {
    throw new Problem("unsupported_media_type", `Accepted are ${ACCEPTED_UPLOADS.join(", ")}.`);
  }
  const id = await files.write(bytes);
  const session = obtainSession(store, webchat, secret);
  const row = {
    id,
    webchat,
    session_id: session.id,
    message_id: null,
    name: cleanName(name),
    content_type: type,
    size: bytes.length,
    width: image?.width ?? null,
    height: image?.height ?? null,
    created_at: chat.nowUs,
  };
  store.uploads.insert(row);
  return json(presentUpload(row, publicUrl()), { status: 201 });
}

/**
 * The bytes, to whoever knows the unguessable id. Only a real raster image is shown in place; everything else is a
 * download, so that nothing a visitor sends ever runs under this origin.
 */
function serve({ chat, files }: RoutesContext, request: HttpRequest): Answer {
  const row = chat.store.uploads.find(request.param("upload"));
  if (!row) throw notFound("file");
  const disposition = row.content_type.startsWith("image/") ? "inline" : "attachment";
  return {
    status: 200,
    headers: {
      "Content-Type": row.content_type,
      "Content-Length": String(row.size),
      "Content-Disposition": `${disposition}; filename*=UTF-8''${encodeRfc5987(row.name)}`,
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "Cross-Origin-Resource-Policy": "cross-origin",
      "Cache-Control": "private, max-age=31536000, immutable",
    },
    body: files.read(row.id),
  };
}

/** Without folders, control characters and signs that turn the direction of text (a way to hide `.exe`). */
function cleanName(name: string): string {
  const base = name.split(/[/\\]/).at(-1) ?? "";
  return base.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "").slice(-200) || "file";
}

/** RFC 8187: what `encodeURIComponent` leaves and a header parameter may not have. */
function encodeRfc5987(text: string): string {
  return encodeURIComponent(text).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
