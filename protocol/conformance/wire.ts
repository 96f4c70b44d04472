/** A message on the wire, as far as the claims look at it. */
export interface WireMessage {
  readonly id: string;
  readonly client_id: string | null;
  readonly conversation: string;
  readonly revision: number;
  readonly author: { readonly type: string; readonly id: string | null; readonly name: string | null };
  readonly state: string;
  readonly body: string;
  /** While streaming: how many pieces the body has. */
  readonly chunk?: number | null;
  readonly attachments: readonly { readonly id: string; readonly url: string; readonly content_type: string }[];
  readonly reactions: readonly { readonly emoji: string; readonly by: string; readonly count: number }[];
  readonly reply_to: { readonly message: string; readonly value: string } | null;
  readonly created_at: string;
  readonly edited_at: string | null;
}

export interface WireConversation {
  readonly id: string;
  readonly status: "open" | "closed";
  readonly revision: number;
  readonly assignee: { readonly name: string } | null;
  readonly seen: { readonly visitor: string | null; readonly agent: string | null };
  readonly rating: { readonly score: number; readonly comment: string | null } | null;
}

export interface WirePage {
  readonly conversation: WireConversation | null;
  readonly messages: readonly WireMessage[];
  readonly revision: number;
  readonly has_more: boolean;
}

export interface WireBootstrap {
  readonly webchat: { readonly id: string; readonly uploads: { readonly max_bytes: number } | null };
  readonly cable: { readonly url: string; readonly channel: string };
  readonly session: { readonly identified: boolean; readonly name: string | null } | null;
  readonly conversation: WireConversation | null;
  readonly messages: readonly WireMessage[];
  readonly revision: number;
  readonly has_more_before: boolean;
}

export interface WireHead {
  readonly conversation: WireConversation;
  readonly visitor: { readonly name: string | null; readonly page: { readonly url: string } | null };
  readonly last_message: WireMessage | null;
  readonly unread_count: number;
}

/** Anything the cable brings for a subscription. */
export interface WireFrame {
  readonly type: string;
  readonly revision?: number;
  readonly message?: WireMessage;
  readonly conversation?: WireConversation;
  readonly state?: string;
  readonly author?: { readonly type: string };
  /** Of a `message.delta`, like `chunk` and `text`. */
  readonly id?: string;
  readonly chunk?: number;
  readonly text?: string;
}
