/** Whether anything in `now` is another than it was `before`. */
export declare function differs(before: readonly unknown[], now: readonly unknown[]): boolean;
