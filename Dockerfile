# One image for the API, the worker, the set-up and their health checks; docker-compose.yml says which of them runs.

FROM node:24.21.0-bookworm-slim AS build
WORKDIR /app

# The manifests first: as long as they stay the same, so does this layer.
COPY package.json package-lock.json .npmrc ./
COPY activities/package.json activities/
COPY apps/admin-api/package.json apps/admin-api/
COPY apps/worker/package.json apps/worker/
COPY infra/package.json infra/
COPY libs/config/package.json libs/config/
COPY libs/contracts/package.json libs/contracts/
COPY libs/documents/package.json libs/documents/
COPY libs/domain/package.json libs/domain/
COPY libs/mail/package.json libs/mail/
COPY libs/observability/package.json libs/observability/
COPY libs/persistence/package.json libs/persistence/
COPY libs/testing/package.json libs/testing/
COPY test/package.json test/
COPY workflows/package.json workflows/
# No script of a package runs: what the image needs comes as it is, and Node is the base image's own.
RUN npm ci --ignore-scripts

COPY . .
RUN npm run build
RUN node apps/worker/dist/build-workflow-bundle.js workflow-bundle.js

# What only a checkout needs: development packages, the embedded PostgreSQL, the bundler's compiler, sources, and the
# Temporal core for other platforms. Whatever the umask of the checkout was, the user `node` reads the rest.
RUN npm prune --omit=dev --omit=optional --ignore-scripts \
  && find apps libs workflows activities infra -name node_modules -prune -o -name src -type d -print0 | xargs -0 rm -rf \
  && find node_modules/@temporalio/core-bridge/releases -mindepth 1 -maxdepth 1 ! -name "$(uname -m)-unknown-linux-gnu" -exec rm -rf {} + \
  && rm -rf libs/testing libs/mail/dist/preview test tsconfig.base.json tsconfig.build.json \
  && chmod -R a+rX .

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production
ENV WORKFLOW_BUNDLE=/app/workflow-bundle.js
# Threads share two arenas of memory instead of keeping one each: docs/adr/0051-two-arenas-of-memory.md.
ENV MALLOC_ARENA_MAX=2
WORKDIR /app
COPY --from=build /app ./
# A volume takes its owner from here.
RUN install -d -o node -g node -m 0700 /var/lib/dialogue/files
USER node
EXPOSE 3000
CMD ["node", "apps/admin-api/dist/main.js"]
