import { icon } from "../icons.js";
export const attachIcon = icon("m21 11-9 9a5.500 5.500 0 0 1-8-8l9-9a3.700 3.700 0 0 1 5 5l-9 9a1.800 1.800 0 0 1-3-3l8-8");
export const fileIcon = icon("M14 3H6v18h12V7zm0 0v4h4");
export const removeIcon = icon("m7 7 10 10M17 7 7 17");
//# sourceMappingURL=file-icons.js.map