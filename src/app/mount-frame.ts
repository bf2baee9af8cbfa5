import { followHeight } from "../embed/height";
import { openMessages } from "../embed/messages";
import { sleepUnseen, watchElement } from "../embed/sleep-unseen";
import type { AppLab } from "./lab";

/**
 * Stands the page in another's frame: it hears its host at once, and is built, and computes, when it is first seen. `fail`
 * is called where the page does not come.
 */
export function mountFrame(root: Element, lab: AppLab, fail: () => void): void {
  const tell = openMessages(lab.store, lab.actions, lab.mayPlay);
  const build = () => {
    void import("./mount-embed").then(({ mountEmbed }) => {
      mountEmbed(root, lab);
      followHeight(root, tell);
    }, fail);
  };
  sleepUnseen(lab, build, watchElement(root));
}
