/** "1.2 MB", in the reader's language; 1,024 of one are the next, as file managers count. */
export declare function formatSize(bytes: number, locale: string): string;
