# Two stages: the database client is generated with the development tools, which the image then does without.
FROM node:26-slim AS build
WORKDIR /mijote
COPY package.json package-lock.json ./
RUN npm ci --omit=optional
COPY prisma.config.ts ./
COPY prisma prisma
RUN npx prisma generate

FROM node:26-slim
ENV NODE_ENV=production HOST=0.0.0.0 DATA_DIR=/donnees
WORKDIR /mijote
COPY package.json package-lock.json ./
# Pictures are drawn by an optional package, that of this machine; the Node among them is already in the image.
RUN npm ci --omit=dev && rm -rf node_modules/node-linux-* node_modules/.bin/node && npm cache clean --force
COPY prisma/migrations prisma/migrations
COPY lieux lieux
COPY commands commands
COPY src src
COPY --from=build /mijote/src/db/generated src/db/generated
RUN mkdir /donnees && chown node:node /donnees
VOLUME /donnees
USER node
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 3000) + '/sante').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "src/cli.ts", "start"]
