import { Connection } from "@rails/actioncable";
import type { CableConsumer, CableSocket, CableSocketEvents, CableSubscriptionEvents } from "../core/ports.ts";

interface CableFrame {
  type?: string;
  reason?: string;
  reconnect?: boolean;
}

/** Whatever the library does not know it takes for a message. */
const FOR_LIBRARY: readonly unknown[] = [undefined, "welcome", "confirm_subscription", "reject_subscription"];

/**
 * `@rails/actioncable`, one connection a socket: its sub-protocol, its frames, its commands. Not its reconnection, which
 * measures time with `Date`, never replaces a socket stuck in CONNECTING, and keeps a dead one for 6 to 17 s; and not
 * its list of subscriptions, which `ApplicationChannel` has, with when each is to be asked for again.
 */
export const actionCableConsumer: CableConsumer = { open };

function open(url: string, events: CableSocketEvents): CableSocket {
  const owners = new Map<unknown, CableSubscriptionEvents>();
  let over = false;
  const connection = new Connection({
    url,
    subscriptions: {
      reload: () => events.welcomed(),
      confirmSubscription: (identifier) => owners.get(identifier)?.confirmed(),
      reject: (identifier) => {
        const owner = owners.get(identifier);
        owners.delete(identifier);
        owner?.rejected();
      },
      notify: (identifier, name, data) => {
        // "connected" is the confirmation again.
        if (name === "received") owners.get(identifier)?.received(data);
      },
    },
  });
  connection.open();
  connection.monitor.stop();
  const socket = connection.webSocket;
  const deliver = socket.onmessage;
  socket.onmessage = (message) => {
    if (over) return;
    events.heard();
    const frame = parse(message.data, events);
    if (!frame) return;
    const { type, reason = null, reconnect } = frame;
    if (type === "disconnect") events.disconnected({ reason, reconnect: reconnect !== false });
    else if (FOR_LIBRARY.includes(type)) deliver?.call(socket, message);
  };
  const close = () => {
    over = true;
    // In CONNECTING too: the standard fails the attempt; where a browser does not (WebKit bug 43835), it closes once open.
    socket.onopen = () => socket.close();
    socket.close();
  };
  socket.onclose = socket.onerror = () => {
    if (over) return;
    close();
    events.closed();
  };
  return {
    close,
    subscribe(channel, owner) {
      const identifier = JSON.stringify(channel);
      const send = (command: string, data?: string) => connection.send({ command, identifier, data });
      owners.set(identifier, owner);
      send("subscribe");
      return {
        perform: (action, data) => send("message", JSON.stringify({ ...data, action })),
        unsubscribe: () => {
          owners.delete(identifier);
          send("unsubscribe");
        },
      };
    },
  };
}

/** The library parses first, and would throw on what is no frame, out of reach; so it only gets what is one. */
function parse(data: unknown, events: CableSocketEvents): CableFrame | null {
  try {
    const frame: unknown = JSON.parse(String(data));
    if (typeof frame === "object" && frame) return frame;
    throw new TypeError("no object");
  } catch (error) {
    // The named case: no JSON, or no object. One bad frame must not end the socket.
    events.unreadable(error);
    return null;
  }
}
