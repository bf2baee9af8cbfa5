import { openLab } from "./app/lab";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
// The worker loads while the page is built: a browser starts it only where the main thread gives way.
const lab = openLab(document.baseURI);
const mounted = lab.store.getState().frame
  ? import("./app/mount-frame").then(
      ({ mountFrame }) =>
        () =>
          mountFrame(root, lab),
    )
  : import("./app/mount").then(
      ({ mount }) =>
        () =>
          mount(root, lab),
    );
void Promise.all([mounted, lab.spoken]).then(([mount]) => mount());
