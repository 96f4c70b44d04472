export declare const attachIcon: import("lit-html").TemplateResult;
export declare const fileIcon: import("lit-html").TemplateResult;
export declare const removeIcon: import("lit-html").TemplateResult;
