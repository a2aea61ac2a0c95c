# An image of flexetl: small, without root, and with nothing to write but what is mounted.
#
#   docker build --tag flexetl .
#   docker run --rm --read-only --tmpfs /tmp --volume flex:/data \
#     --env FLEXETL_TO --env PGPASSWORD --env FLEXETL_TOKEN_FILE=/run/secrets/flex \
#     --mount type=bind,src=/etc/flexetl/token,dst=/run/secrets/flex,readonly \
#     flexetl run --query 123456 --archive /data/archive
#
# It has no HEALTHCHECK: it is a job that ends, and its exit status says how.

FROM node:22-bookworm-slim AS build
WORKDIR /build
COPY . .
RUN npm ci && npm pack --ignore-scripts --pack-destination /tmp

FROM node:22-bookworm-slim
# tini passes signals on, and reaps what is left; a load that is told to end rolls back.
# hadolint ignore=DL3008
RUN apt-get update \
  && apt-get install --yes --no-install-recommends ca-certificates tini \
  && rm -rf /var/lib/apt/lists/*
RUN --mount=type=bind,from=build,source=/tmp,target=/packed \
  npm install --global --omit=dev --no-audit --no-fund /packed/flexetl-*.tgz \
  && npm cache clean --force
# The pace of the web service and compiled code: see docs/web-service.md.
ENV NODE_ENV=production \
  XDG_STATE_HOME=/data/state \
  XDG_CACHE_HOME=/tmp/cache
RUN install --directory --owner=1000 --group=1000 --mode=0700 /data
USER 1000
WORKDIR /data
VOLUME /data
ENTRYPOINT ["tini", "--", "flexetl"]
CMD ["--help"]
