import { expect, test } from "vitest";
import { differenceOf, inWords } from "./table-difference";

const head = "run,optimizer,step,loss,x,y";

test("the worst difference of two tables is found with its row", () => {
  const one = `${head}\n1,sgd,0,5,1,2\n1,sgd,1,400,0.5,-1\n`;
  const other = `${head}\r\n1,sgd,0,5,1,2.25\r\n1,sgd,1,402,0.5,-1\r\n`;
  expect(inWords(differenceOf(one, other))).toBe("2 rows, worst difference 1.1e-1 at 1,sgd,0,5,1,2");
});

test("a loss that overflows in both, as either writes it, is the same", () => {
  const [page, python] = [`${head}\n1,sgd,9,Infinity,-Infinity,2`, `${head}\n1,sgd,9,inf,-inf,2`];
  expect(differenceOf(page, python).worst).toBe(0);
  expect(differenceOf(page, `${head}\n1,sgd,9,7,-inf,2`).worst).toBeNaN();
});

test("a number that is none in one table only is no match, nor is a table of other rows", () => {
  expect(differenceOf(`${head}\n1,sgd,0,5,1,2`, `${head}\n1,sgd,0,5,nan,2`).worst).toBeNaN();
  expect(() => differenceOf(head, `${head}\n1,sgd,0,5,1,2`)).toThrow("1 and 2 lines");
});
