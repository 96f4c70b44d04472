import type { Chat } from "../chat/chat.ts";
import type { Config } from "../config.ts";
import type { RateLimiter } from "../http/rate-limiter.ts";
import type { Responses } from "../responder/responses.ts";
import type { UploadFiles } from "../store/upload-files.ts";

/** What the routes work on. */
export interface RoutesContext {
  readonly config: Config;
  readonly chat: Chat;
  /** Answers visitors; `null` where only agents do. */
  readonly responses: Responses | null;
  readonly files: UploadFiles;
  /** Counts each session's sends. */
  readonly sends: RateLimiter;
  /** This server's own URL, without a slash at the end. */
  readonly publicUrl: () => string;
}
