/** Fetched when first somebody is typing. */
export const typingText = (names: string): string => `${names} is typing…`;
