type Part = { readonly text: string; readonly address?: string };

const hosts: Readonly<Record<string, string>> = { doi: "https://doi.org/", arXiv: "https://arxiv.org/abs/" };

/** A reference in parts: "Kingma & Ba 2015, " and "arXiv:1412.6980" with its address. */
export const linked = (reference: string): Part[] =>
  reference
    .split(/((?:doi|arXiv):\S*[^\s,;.])/)
    .filter(Boolean)
    .map((text) => {
      const [, scheme = "", id = ""] = /^(doi|arXiv):(.+)$/.exec(text) ?? [];
      return scheme ? { text, address: hosts[scheme]! + id } : { text };
    });
