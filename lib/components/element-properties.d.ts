/** What stands where an attribute is not set. */
export declare const ATTRIBUTE_DEFAULTS: Readonly<Record<string, string | number>>;
/** The properties' names: `launcherIcon` for `launcher-icon`. */
export declare const PROPERTY_NAMES: readonly string[];
/** Makes each attribute a property too, except those `prototype` has its own accessor for. A default is never written. */
export declare function defineProperties(prototype: HTMLElement): void;
/** What a page has set on `element` before it was defined stands in the way of the accessors: sets it again. */
export declare function upgradeProperties(element: HTMLElement): void;
