/** Why a part of the engine did not come, as far as a browser tells. */
export const notFetched =
  "a part of the page could not be fetched: there is no connection, or a new version has taken the page's place, which a reload shows";

/** A part of the engine that is loaded when it is first needed; where it does not come the visitor is told why. */
export async function part<T>(load: Promise<T>): Promise<T> {
  try {
    return await load;
  } catch (cause) {
    throw new Error(notFetched, { cause });
  }
}
