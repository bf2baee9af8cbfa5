/** Who and when, of a reference that goes on with where: "Kingma & Ba 2015, arXiv:1412.6980". */
export const authorsOf = (reference: string): string =>
  reference.replace(/[,;]? (doi|arXiv|Coursera).*$/, "");
