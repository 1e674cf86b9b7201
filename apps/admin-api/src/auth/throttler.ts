import '@nestjs/common';
import '@nestjs/core';

/**
 * The package is CommonJS and requires Nest, which is not: it is loaded only when Nest has been. Imported like the
 * others, it would require Nest while that is still being linked, which Jest's module loader refuses.
 */
export const { SkipThrottle, ThrottlerGuard, ThrottlerModule } = await import('@nestjs/throttler');
