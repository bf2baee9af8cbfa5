import { openLab } from "./app/lab";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
// The worker loads while the page is built: a browser starts it only where the main thread gives way.
const lab = openLab(document.baseURI);
const mounted = lab.store.getState().frame
  ? import("./app/mount-frame").then(
      ({ mountFrame }) =>
        () =>
          mountFrame(root, lab, fail),
    )
  : import("./app/mount").then(
      ({ mount }) =>
        () =>
          mount(root, lab),
    );
Promise.all([mounted, lab.spoken]).then(([mount]) => mount(), fail);

/** Nothing of the page has come, its language neither: the one line it can still say, in each. */
function fail() {
  const again = document.createElement("button");
  again.textContent = "Ravine did not load: try again · Ravine 未能加载：重试";
  again.onclick = () => history.go(0);
  root!.replaceChildren(again);
}
