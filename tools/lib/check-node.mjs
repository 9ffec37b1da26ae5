// Imported first by every launcher, and written so that even an old Node reads it to the end.
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Kundig needs Node 20.19 or later and this is ${process.versions.node}: install a newer one, then try again.`,
  );
  process.exit(1);
}
