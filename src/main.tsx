import { openLab } from "./app/lab";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
// The worker loads while the page is built: a browser starts it only where the main thread gives way.
const lab = openLab(document.baseURI);
void Promise.all([import("./app/mount"), lab.spoken]).then(([{ mount }]) => mount(root, lab));
