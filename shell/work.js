// Counts what is under way (reading, saving, drafts), so that window.vekha.idle() can wait for it.
let pending = 0;

export const isWorking = () => pending > 0;

export async function track(promise) {
  ++pending;
  try {
    return await promise;
  } finally {
    --pending;
  }
}
