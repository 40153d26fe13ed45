/** How long Checkout waits for the merchant to hear of a sale, in milliseconds: then the buyer goes on without. */
const PATIENCE = 10_000;

export async function patiently(heard: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const enough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, PATIENCE);
  });
  await Promise.race([heard, enough]);
  clearTimeout(timer);
}
