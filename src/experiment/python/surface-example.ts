import { surfaceOf, type SurfaceSpec } from "../spec";
import type { OptimizerCode } from "./code";
import type { Example } from "./example";
import { toFloat } from "./float";
import { comment, indented } from "./layout";
import { omissions } from "./surface-code";
import { torchStep } from "./torch-step";

/** A run on a surface, in PyTorch. */
export function torchSurface(spec: SurfaceSpec, code: OptimizerCode): Example {
  const told = code.reports ? "loss(*optimizer.iterate()[0])" : "value";
  return {
    opening: comment(`${surfaceWords(spec)}; needs PyTorch 2.6 or later.`),
    lines: [
      `theta = torch.tensor([${spec.start.map(toFloat).join(", ")}], dtype=torch.float64, requires_grad=True)`,
      "parameters = [theta]",
      ...code.setUp,
      ...omissions(spec),
      `for _ in range(${spec.steps}):`,
      ...indented(torchStep(code, "loss(*theta)", told)),
      `x, y = ${code.reports ? "optimizer.iterate()[0]" : "theta.detach()"}`,
      "print(float(x), float(y), float(loss(x, y)))",
    ],
  };
}

/** The same in Keras. */
export function kerasSurface(spec: SurfaceSpec, code: OptimizerCode): Example {
  const at = code.reports
    ? ["x, y = optimizer.iterate()[0][0], optimizer.iterate()[0][1]"]
    : ["x, y = theta[0], theta[1]"];
  return {
    opening: [
      ...comment(`${surfaceWords(spec)}; Keras 3 on any backend.`),
      ...comment("On JAX, float64 also needs the environment variable JAX_ENABLE_X64=1."),
    ],
    lines: [
      'keras.config.set_floatx("float64")',
      `theta = keras.Variable([${spec.start.map(toFloat).join(", ")}], dtype="float64")`,
      ...code.setUp,
      "optimizer.build([theta])",
      ...omissions(spec),
      `for _ in range(${spec.steps}):`,
      ...indented([
        ...(code.readsLoss ? [...at, "optimizer.loss_t.assign(loss(x, y))"] : []),
        "optimizer.apply([gradient(theta[0], theta[1])], [theta])",
      ]),
      ...at,
      "print(float(x), float(y), float(loss(x, y)))",
    ],
  };
}

const surfaceWords = (spec: SurfaceSpec) =>
  `${surfaceOf(spec).name} from (${spec.start.join(", ")}), ${spec.steps} steps in float64`;
