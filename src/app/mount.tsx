import { StrictMode, type ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { Boundary } from "../ui/Boundary";
import { App } from "./App";
import { keepPage } from "./keep-page";
import type { AppLab } from "./lab";

/** Builds the page in an element. */
export const mount = (root: Element, lab: AppLab) => {
  mountPage(root, <App lab={lab} />);
  if (import.meta.env.PROD) void keepPage(root.baseURI, lab.store);
};

/** Builds a page in an element. */
export const mountPage = (root: Element, page: ReactNode) =>
  createRoot(root).render(
    <StrictMode>
      <Boundary>{page}</Boundary>
    </StrictMode>,
  );
