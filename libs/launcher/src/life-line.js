/**
 * Loaded into the API's process before it (`node --import`). The launcher holds the other end of this channel: when the
 * launcher is gone, even killed, the channel closes and the API ends as on SIGTERM, instead of keeping the port.
 * JavaScript: for a TypeScript file Node loads its compiler, which the API would keep (10 MB).
 */
process.channel?.unref();
process.once('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
  // An API too old or too early to listen to SIGTERM has ended by now; one that hangs must not stay.
  setTimeout(() => process.exit(1), 15_000).unref();
});
