/** Changes with the shape above: after a deploy, pages of both builds may be open. */
export const TAB_NEWS_VERSION = 2;
//# sourceMappingURL=tab-news.js.map