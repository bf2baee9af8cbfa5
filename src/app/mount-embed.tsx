import { EmbedPage } from "./EmbedPage";
import type { AppLab } from "./lab";
import { mountPage } from "./mount";

/** Builds the page of a frame in an element. */
export const mountEmbed = (root: Element, lab: AppLab) => mountPage(root, <EmbedPage lab={lab} />);
