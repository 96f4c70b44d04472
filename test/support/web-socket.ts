import { WebSocket } from "ws";

/** For code that expects a browser's `WebSocket`; imported before it, since `@rails/actioncable` looks once. */
Object.assign(globalThis, { WebSocket });
