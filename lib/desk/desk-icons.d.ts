export declare const backIcon: import("lit-html").TemplateResult<1>;
export declare const infoIcon: import("lit-html").TemplateResult<1>;
export declare const editIcon: import("lit-html").TemplateResult<1>;
export declare const removeIcon: import("lit-html").TemplateResult<1>;
