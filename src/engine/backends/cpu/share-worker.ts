import { pickMlp } from "./pick-mlp";
import { createShare } from "./share";
import { serveShare } from "./share-channel";

serveShare(
  createShare(pickMlp, () => undefined),
  self,
);
