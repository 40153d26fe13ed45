/**
 * Loaded into wrangler's process before it: when the process that started it is gone, however it went, wrangler is told
 * to end, and takes workerd with it. Without this a killed test run would leave a Worker behind.
 */
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
