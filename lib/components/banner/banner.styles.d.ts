export declare const bannerCss = "\n  .banner {\n    inset: 8px 12px auto;\n    text-align: center;\n    animation: cc-fade 0.2s;\n  }\n";
