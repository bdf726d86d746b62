# frozen_string_literal: true

# What asks for addresses where Ruby has no network of its own: the other side does, as far as it lets plugins.
module Utterson
  module Network
    Answer = Struct.new(:status, :url, :body)

    # What `require` finds here, by name.
    NAMES = %w(net/http net/https open-uri).freeze

    class << self
      def get(url, headers = {})
        wanted = headers.to_h.select { |name, value| name.is_a?(String) && value.is_a?(String) }
        Answer.new(*Utterson.ask("http", url.to_s, wanted))
      end

      def stands_in_for?(name) = RUBY_PLATFORM.include?("wasm") && NAMES.include?(name)

      def load
        @loaded ||= [Http, OpenUri].each(&:define)
      end
    end

    module OpenUri
      module Readable
        def open(headers = {}, *)
          answer = Network.get(self, headers)
          raise ::OpenURI::HTTPError.new("#{answer.status} Not Found", nil) unless answer.status.between?(200, 299)

          io = StringIO.new(answer.body)
          io.define_singleton_method(:status) { [answer.status.to_s, ""] }
          io.define_singleton_method(:base_uri) { URI.parse(answer.url) }
          block_given? ? yield(io) : io
        end

        def read(headers = {}) = open(headers).read
      end

      # For `URI.open` and the old `open` of an address.
      module Opener
        def open(name, *rest, **options, &block)
          return super unless name.is_a?(URI::HTTP) || name.to_s.match?(%r!\Ahttps?://!)

          URI.parse(name.to_s).open(rest.grep(Hash).first || options.transform_keys(&:to_s), &block)
        end
      end

      module Fallback
        def open(name, *rest, &block) = File.open(name, *rest, &block)
      end

      def self.define
        error = Class.new(StandardError) do
          attr_reader :io

          def initialize(message, io)
            super(message)
            @io = io
          end
        end
        Object.const_set(:OpenURI, Module.new).const_set(:HTTPError, error)
        URI::HTTP.include(Readable)
        URI.singleton_class.include(Fallback)
        URI.singleton_class.prepend(Opener)
        Kernel.prepend(Opener)
        Object.prepend(Opener)
      end
    end

    module Http
      # As much of `Net::HTTP` as gets things.
      SOURCE = <<~RUBY
        module Net
          class HTTPError < StandardError; end
          class HTTPResponse
            attr_reader :code, :message, :body

            def initialize(answer)
              @code = answer.status.to_s
              @message = answer.status == 200 ? "OK" : ""
              @body = answer.body
            end

            def self.of(answer)
              (answer.status.between?(200, 299) ? HTTPOK : HTTPNotFound).new(answer)
            end

            alias read_body body
            alias msg message
            def [](_name) = nil
            def value = is_a?(HTTPSuccess) ? nil : raise(HTTPError, code)
          end
          class HTTPSuccess < HTTPResponse; end
          class HTTPOK < HTTPSuccess; end
          class HTTPRedirection < HTTPResponse; end
          class HTTPClientError < HTTPResponse; end
          class HTTPNotFound < HTTPClientError; end
          class HTTPServerError < HTTPResponse; end

          class HTTP
            class Get
              attr_reader :path, :headers

              def initialize(path, headers = {})
                @path = path
                @headers = headers.to_h
              end

              def []=(name, value)
                @headers[name] = value
              end

              def [](name) = @headers[name]
              alias add_field []=
              def basic_auth(user, password) = self["Authorization"] = "Basic \#{["\#{user}:\#{password}"].pack("m0")}"
            end

            class << self
              def get(address, *rest) = get_response(address, *rest).body

              def get_response(address, path = nil, port = nil)
                return new(address, port || 80).get(path) unless address.is_a?(URI)

                HTTPResponse.of(Utterson::Network.get(address, path || {}))
              end

              def start(host, port = nil, *_rest, use_ssl: false, **_options)
                http = new(host, port || (use_ssl ? 443 : 80))
                http.use_ssl = use_ssl
                block_given? ? yield(http) : http
              end
            end

            attr_accessor :use_ssl, :open_timeout, :read_timeout, :verify_mode, :ca_file, :max_retries
            attr_reader :address, :port

            def initialize(address, port = 80, *_proxy)
              @address = address
              @port = port
            end

            def use_ssl? = !!use_ssl
            def start = block_given? ? yield(self) : self
            def finish; end
            def get(path, headers = {}) = HTTPResponse.of(Utterson::Network.get(url_of(path), headers))
            alias request_get get

            def request(request, *)
              raise Utterson::Missing, "Utterson's Ruby has no \#{request.class} yet" unless request.is_a?(Get)

              get(request.path, request.headers)
            end

            private

            def url_of(path)
              return path if path.is_a?(URI)

              secure = use_ssl || port == 443
              host = port == (secure ? 443 : 80) ? address : "\#{address}:\#{port}"
              "\#{secure ? "https" : "http"}://\#{host}\#{path}"
            end
          end
        end
      RUBY

      def self.define = eval(SOURCE, TOPLEVEL_BINDING, SHIM, 1) # rubocop:disable Security/Eval
    end
  end
end
