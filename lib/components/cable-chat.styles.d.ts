/** Everything in the element's shadow root. The host's own rule is the first. */
export declare const cableChatCss: string;
