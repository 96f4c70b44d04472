/** A cable URL as a socket takes it: it may be given relative to the endpoint, and may say http for ws. */
export declare function cableUrl(url: string, endpoint: string): string;
