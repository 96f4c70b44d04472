import "@rails/actioncable";

// What the library exports and its types do not show. In a file of its own, which the package does not carry: who installs
// it need not have the library's types.
declare module "@rails/actioncable" {
  /** What a `Connection` asks of the library's `Consumer` and tells its `Subscriptions`. */
  export interface ConnectionOwner {
    url: string;
    subscriptions: {
      reload(): void;
      confirmSubscription(identifier: unknown): void;
      reject(identifier: unknown): void;
      notify(identifier: unknown, name: string, data: unknown): void;
    };
  }

  /** The words of the sub-protocol. */
  export const INTERNAL: { message_types: Readonly<Record<string, string>>; protocols: readonly string[] };

  export class Connection {
    constructor(consumer: ConnectionOwner);
    webSocket: WebSocket;
    monitor: { stop(): void };
    open(): void;
    /** Does nothing where the socket is not open. */
    send(command: object): void;
  }
}
