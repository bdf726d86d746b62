# Not tried where it was written: no Docker was at hand. docker build --tag utterson . && docker run --rm --volume "$PWD:/site" utterson build
FROM node:22-slim AS package
WORKDIR /program
COPY . .
RUN npm ci && npm pack --ignore-scripts --pack-destination /tmp

FROM node:22-slim
COPY --from=package /tmp/utterson-*.tgz /tmp/
RUN npm install --global /tmp/utterson-*.tgz && npm cache clean --force && rm /tmp/utterson-*.tgz
USER node
WORKDIR /site
EXPOSE 4000
ENTRYPOINT ["utterson"]
CMD ["build"]
