import type { AddressInfo } from "node:net";
import { agentChannel } from "./cable/agent-channel.ts";
import { CableServer } from "./cable/cable-server.ts";
import { webchatChannel } from "./cable/webchat-channel.ts";
import { Broadcaster } from "./chat/broadcaster.ts";
import { Chat } from "./chat/chat.ts";
import { systemClock } from "./clock.ts";
import type { Config } from "./config.ts";
import { ConfigError } from "./config-error.ts";
import { Cors } from "./http/cors.ts";
import { HttpServer } from "./http/http-server.ts";
import type { Log } from "./http/log.ts";
import { RateLimiter } from "./http/rate-limiter.ts";
import { Router } from "./http/router.ts";
import { storyteller } from "./responder/bot.ts";
import type { Responder } from "./responder/responder.ts";
import { Responses } from "./responder/responses.ts";
import { agentOf, agentRoutes } from "./rest/agent-routes.ts";
import { bootstrapRoutes } from "./rest/bootstrap-routes.ts";
import { conversationRoutes } from "./rest/conversation-routes.ts";
import { demoRoutes } from "./rest/demo-routes.ts";
import { messageRoutes } from "./rest/message-routes.ts";
import { sameSecret } from "./rest/reader.ts";
import type { RoutesContext } from "./rest/routes-context.ts";
import { siteRoutes } from "./rest/site-routes.ts";
import { uploadRoutes } from "./rest/upload-routes.ts";
import { Database } from "./store/database.ts";
import { expire } from "./store/expiry.ts";
import { Store } from "./store/store.ts";
import { UploadFiles } from "./store/upload-files.ts";

/** While stopping, newcomers are told so (503) for so long before the port is given up, in milliseconds. */
const DRAIN_MS = 300;
/** What is not done by then is cut, in milliseconds after the stop began. */
const STOP_LIMIT_MS = 1_500;

const EXPIRY_EVERY_MS = 3_600_000;

/** The composition root: one process, one file, one webchat. */
export class EmbeddedServer {
  readonly #config: Config;
  readonly #db: Database;
  readonly #chat: Chat;
  readonly #cable: CableServer;
  readonly #http: HttpServer;
  readonly #responses: Responses | null;
  readonly #demoBot: Responses;
  readonly #expiry: NodeJS.Timeout;
  readonly #sweep: () => void;
  #swept: Promise<void> = Promise.resolve();

  /**
   * Opens the data.
   *
   * @param respond what `config.responder` names
   * @throws ConfigError
   */
  constructor(config: Config, log: Log, respond: Responder | null = null) {
    this.#config = config;
    this.#db = Database.in(config.dataDir);
    this.#chat = new Chat(new Store(this.#db, systemClock), new Broadcaster(), systemClock);
    this.#chat.failAbandonedReplies();
    const limitMs = (config.responder?.limitS ?? 60) * 1000;
    this.#responses = respond && new Responses({ chat: this.#chat, respond, log, limitMs });
    this.#demoBot = new Responses({ chat: this.#chat, respond: storyteller, log, limitMs });
    const context: RoutesContext = {
      config,
      chat: this.#chat,
      responses: this.#responses,
      files: new UploadFiles(config.dataDir),
      sends: new RateLimiter(config.limits.sendsPerMinute, systemClock),
      publicUrl: () => config.publicUrl ?? this.origin,
    };
    this.#cable = new CableServer({ channels: this.#channels(context), origins: config.webchat.origins });
    this.#http = new HttpServer({
      router: this.#routes(context),
      cors: new Cors(config.webchat.origins),
      limiter: new RateLimiter(config.limits.requestsPerMinute, systemClock),
      log,
    });
    this.#sweep = () => {
      const swept = expire(this.#db, context.files, systemClock);
      this.#swept = swept.then(
        () => undefined,
        (error) => log(`error ${String(error)}`),
      );
    };
    this.#expiry = setInterval(this.#sweep, EXPIRY_EVERY_MS);
    this.#http.node.on("upgrade", (incoming, socket, head) => this.#cable.upgrade(incoming, socket, head));
  }

  /** Where it listens, e.g. `http://127.0.0.1:4000`. */
  get origin(): string {
    const address = this.#http.node.address() as AddressInfo | null;
    const host = this.#config.host === "0.0.0.0" || this.#config.host === "::" ? "127.0.0.1" : this.#config.host;
    return `http://${host.includes(":") ? `[${host}]` : host}:${address?.port ?? this.#config.port}`;
  }

  /** @throws ConfigError where the port is taken or may not be used */
  listen(): Promise<void> {
    const { host, port } = this.#config;
    return new Promise((resolve, reject) => {
      this.#http.node.once("error", (error: NodeJS.ErrnoException) => reject(portError(error, host, port)));
      this.#http.node.listen(port, host, () => {
        // Also at the start: a server that is restarted every hour would never come to it.
        this.#sweep();
        resolve();
      });
    });
  }

  /**
   * Clients are told to come back, requests under way end, newcomers get 503, replies being written end as failed, the
   * file is closed. Within 2 s, whatever the clients do.
   */
  async stop(): Promise<void> {
    const began = performance.now();
    const limit = () => elapse(Math.max(0, STOP_LIMIT_MS - (performance.now() - began)));
    const ended = this.#http.drain();
    clearInterval(this.#expiry);
    for (const responses of [this.#responses, this.#demoBot]) responses?.stop();
    this.#chat.stopReplies();
    this.#cable.disconnectAll("server_restart");
    await Promise.race([Promise.all([ended, elapse(DRAIN_MS)]), limit()]);
    const closed = new Promise<void>((resolve) => this.#http.node.close(() => resolve()));
    this.#http.node.closeIdleConnections();
    this.#cable.terminateAll();
    await Promise.race([closed, limit()]);
    this.#http.node.closeAllConnections();
    await Promise.race([this.#swept, limit()]);
    this.#db.close();
  }

  #channels(context: RoutesContext) {
    const { chat, config } = context;
    const webchat = config.webchat.id;
    const agent = agentOf(context);
    const knowsToken = (token: string) => sameSecret(token, config.agent.token);
    return {
      WebchatChannel: webchatChannel(chat, webchat),
      AgentChannel: agentChannel({ chat, webchat, agent, knowsToken }),
    };
  }

  #routes(context: RoutesContext): Router {
    const router = new Router();
    bootstrapRoutes(router, context);
    messageRoutes(router, context);
    conversationRoutes(router, context);
    uploadRoutes(router, context);
    agentRoutes(router, context);
    demoRoutes(router, context, { cable: () => this.#cable, bot: this.#demoBot });
    siteRoutes(router, context);
    return router;
  }
}

function elapse(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function portError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === "EADDRINUSE") {
    return new ConfigError(`Port ${port} on ${host} is in use. Stop what listens there, or set PORT to another one.`);
  }
  if (error.code === "EACCES") return new ConfigError(`Port ${port} may not be used. Set PORT to one above 1023.`);
  if (error.code === "EADDRNOTAVAIL") return new ConfigError(`HOST=${host} is no address of this machine.`);
  return error;
}
