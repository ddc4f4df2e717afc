// Takes the page's data blocks out of the document and starts the program.
async function blockBytes(name) {
  const element = document.getElementById(`vekha-${name}`);
  const bytes = Uint8Array.from(atob(element.textContent), (character) => character.charCodeAt(0));
  if (element.dataset.encoding === 'none') return bytes;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function start() {
  const canvas = document.getElementById('canvas');
  const program = await createVekha({ wasmBinary: await blockBytes('wasm'), canvas });
  program.callMain();
}

start();
